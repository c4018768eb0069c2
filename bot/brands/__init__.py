"""Brands and their settings: who may change them, what may be typed, the verbs that change them, and the file that holds them."""
