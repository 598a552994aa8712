"""The vocabulary of claims: deeds, speech, topics. Imports nothing of ours but the model."""
