# What somebody with a helper's link sees. It says nothing about who asks or why.

helper-words-title = Your words
helper-words-heading-name = What you see and do for { $name }
helper-words-heading = What you see and do for somebody you help
helper-words-lead = They ask you to write this down. You do not have to.
helper-words-where = What you write goes to them, under your name. They decide if it goes any further, and they can delete it.
helper-words-name = Your name
helper-words-relation = What are you to them?
helper-words-relation-hint = Such as sister, neighbour or support worker
helper-words-account = Your words
helper-words-prompt-see = What do you see on good days and on bad days?
helper-words-prompt-do = What do you do for them?
helper-words-prompt-often = How often, and for how long?
helper-words-some = Write only about what you know. You can leave boxes empty. You can write up to { $most } letters and signs in each box.
helper-words-send = Send it to them
helper-words-once = You can send this once. After that the link is closed.
helper-words-sent = Thank you
helper-words-sent-text = Your words have gone to the person you help. The link is closed, and you can close this page.
helper-words-gone = This link does not work
helper-words-gone-text = It was used, it has ended, or part of it is missing. Ask the person who gave it to you for a new one.
helper-words-error-name = Write your name
helper-words-error-relation = Write what you are to them
helper-words-error-words = Write something in one of the boxes
helper-words-error-long = “{ $title }” is too long. Take out { $by ->
    [one] 1 letter or sign
   *[more] { $count } letters or signs
  }
