errors-not-found = Page not found
errors-not-found-lead = There is no page here that you can see.
errors-not-found-then = Check the address. Or start again from your list of requests.
errors-forbidden = That did not work
errors-forbidden-lead = We did not do what you asked. Nothing was changed and nothing was sent.
errors-forbidden-then = You may have been signed out, or the form came from another page. Sign in, and try again from there.
errors-invalid = We could not read that form
errors-invalid-lead = Nothing was changed and nothing was sent.
errors-invalid-then = Go back, load the page again, and try once more.
errors-too-many = Too many tries
errors-too-many-lead = { $n ->
    [one] Wait for 1 minute, then try again.
   *[other] Wait for { $n } minutes, then try again.
  }
errors-too-many-then = We do this to keep other people out of your account. Nothing was changed.
errors-fault = Something went wrong on our side
errors-fault-lead = It is not your fault. Try again in a few minutes.
errors-fault-then = If it goes wrong again, tell us this number: { $id }. It says nothing about you.
errors-unavailable = Sayso is not working just now
errors-unavailable-lead = Try again in a few minutes.
errors-unavailable-then = What you decided still holds. Nothing is sent that you did not agree to.
errors-cookies = Your browser keeps no cookies
errors-cookies-lead = We need one cookie to know that it is still you after you sign in.
errors-cookies-then = Turn cookies on for this site, then sign in. We use no cookies to follow you.
errors-sign-in = Sign in
errors-requests = Go to your requests
errors-start = Go to the first page
