"""rehearse: practise peer counseling with a simulated client, and get a debrief that quotes your words."""

__version__ = "0.1.0"
