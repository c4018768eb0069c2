"""Reporting: the words after ``/oops``, the form and its questions, the answers that make a report, and what its reporter is told."""
