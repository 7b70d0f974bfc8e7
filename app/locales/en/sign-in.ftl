# Signing in, being signed out, a forgotten password.
sign-in-title = Sign in
sign-in-email = E-mail address
sign-in-password = Password
sign-in-forgotten = I do not know my password
sign-in-code = I have a letter with a code, and no account yet
sign-in-never = We will never ask for your password by phone, e-mail or text.
sign-in-error-wrong = The e-mail address and the password do not go together. Check both and try again
sign-in-error-email = Type your e-mail address
sign-in-error-password = Type your password
sign-in-ended = You did nothing for a while. So we signed you out, to keep your record safe. Nothing was sent. Sign in to go on.
sign-in-ended-typed = What you typed is not lost. It is there again when you have signed in.

signed-out-title = Signed out
signed-out-heading = You are signed out
signed-out-lead = Your account is still there. To see it, sign in again.
signed-out-saved = What you share stays shared, and what is private stays private.
signed-out-again = Sign in again
