// Every page that there is, for the tests that look at all of them.
export const signedOut = ['/', '/activate', '/sign-in', '/recover', '/signed-out', '/help', '/what-is-sayso', '/privacy', '/accessibility', '/transparency', '/verify', '/not-a-page'];

/** The pages of somebody who is signed in, who has answered one request and not another. */
export const signedIn = (waiting: string, answered: string, receipt: string) => [
  '/',
  '/requests',
  `/requests/${waiting}`,
  `/requests/${waiting}/choose`,
  `/requests/${answered}`,
  `/requests/${answered}/choose`,
  `/requests/${answered}/preview`,
  `/requests/${answered}/confirm`,
  `/requests/${answered}/withdraw`,
  `/requests/${answered}/letters`,
  `/requests/${answered}/letters/correction`,
  `/requests/${answered}/letters/more-time`,
  `/requests/${waiting}/words`,
  `/requests/${answered}/words`,
  `/requests/${answered}/words/1`,
  `/requests/${answered}/words/print`,
  `/requests/${answered}/helper`,
  '/receipts',
  receipt,
  '/copies',
  '/history',
  '/sources',
  '/account',
  '/help',
  '/privacy',
  '/accessibility',
  '/not-a-page',
];
