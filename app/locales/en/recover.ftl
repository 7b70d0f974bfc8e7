recover-title = A new password
recover-back = Back to signing in
recover-lead = You need a new code. Ask the people who run this service for one.
recover-why = They check first that it is you. Then you get a letter with a code, and choose a new password with it.
recover-call = You can call { $number }.
recover-sharing = Nothing changes until then. To stop sharing at once you do not need a password: ask them to stop it for you.
recover-activate = Use the code from your letter
