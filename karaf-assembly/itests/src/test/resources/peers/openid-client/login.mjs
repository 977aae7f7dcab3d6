// A relying party with the certified library openid-client: prints where to send the browser, reads back where it came to, then prints what it learnt as JSON.
// node login.mjs ISSUER CLIENT_ID CLIENT_SECRET REDIRECT_URI
import * as readline from 'node:readline/promises';
import * as client from 'openid-client';

const [issuer, id, secret, redirectUri] = process.argv.slice(2);
const options = issuer.startsWith('http:') ? { execute: [client.allowInsecureRequests] } : {};
const config = await client.discovery(new URL(issuer), id, secret, undefined, options);
const pkceCodeVerifier = client.randomPKCECodeVerifier();
const expectedState = client.randomState();
const expectedNonce = client.randomNonce();
const authorize = client.buildAuthorizationUrl(config, {
  redirect_uri: redirectUri,
  scope: 'openid profile offline_access',
  code_challenge: await client.calculatePKCECodeChallenge(pkceCodeVerifier),
  code_challenge_method: 'S256',
  state: expectedState,
  nonce: expectedNonce,
});
console.log(authorize.href);
const input = readline.createInterface({ input: process.stdin });
const came = new URL(await input.question(''));
const tokens = await client.authorizationCodeGrant(config, came, { pkceCodeVerifier, expectedState, expectedNonce, idTokenExpected: true });
const claims = tokens.claims();
const user = await client.fetchUserInfo(config, tokens.access_token, claims.sub);
const result = { claims, user };
if (tokens.refresh_token) {
  const second = await client.refreshTokenGrant(config, tokens.refresh_token);
  result.rotated = Boolean(second.refresh_token) && second.refresh_token !== tokens.refresh_token;
  try {
    await client.refreshTokenGrant(config, tokens.refresh_token);
    result.reused = 'accepted';
  } catch (e) {
    result.reused = e.error ?? String(e);
  }
}
result.logout = client.buildEndSessionUrl(config, { id_token_hint: tokens.id_token, post_logout_redirect_uri: redirectUri }).href;
console.log(JSON.stringify(result));
input.close();
