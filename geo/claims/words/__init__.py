"""The vocabulary that figures and dates share: numbers, the calendar, the nouns for people. Imports nothing of ours
but the model."""
