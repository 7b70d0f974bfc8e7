recover-title = A new password
recover-back = Back to signing in
recover-lead = You need a new code. Ask the people who run Sayso for one.
recover-why = They check first that it is you. Then you get a letter with a code, and choose a new password with it.
recover-call = You can call { $number }.
recover-reach = [How to reach them](help)
recover-sharing = What you share stays as it is until then. You need no password to stop sharing at once. Ask them to stop it for you.
recover-activate = Use the code from your letter
