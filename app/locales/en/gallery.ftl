# Only in demo mode.
gallery-title = Every page, with examples
gallery-lead = Nobody on these pages is real.
