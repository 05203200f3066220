"""Scenario, state and reading to the next state and the client's answer."""
