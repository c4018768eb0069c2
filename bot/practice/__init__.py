"""Exercises: sample mistakes to practise on, with everything as in a real case but its pace, and feedback at the end."""
