"""The supervisor's desk: going through a talk, what waits, how trainees come along."""
