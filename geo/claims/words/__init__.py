"""The vocabulary of claims: deeds, speech, seats. Imports nothing of ours but the model."""
