// A service's back end made with openid-client, and the user's browser: signs in, reads, renews, takes back. Prints one JSON object.
import * as client from 'openid-client';

const [issuer, clientId, secretOrKey, redirectUri, cookie] = process.argv.slice(2);

async function authentication() {
    if (secretOrKey === '') {
        return client.None();
    }
    if (!secretOrKey.startsWith('{')) {
        return client.ClientSecretPost(secretOrKey);
    }
    const jwk = JSON.parse(secretOrKey);
    const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
    return client.PrivateKeyJwt({ key: await crypto.subtle.importKey('jwk', jwk, algorithm, false, ['sign']), kid: jwk.kid });
}

const config = await client.discovery(new URL(issuer), clientId, undefined, await authentication(), {
    execute: [client.allowInsecureRequests],
});
const pkceCodeVerifier = client.randomPKCECodeVerifier();
const expectedState = client.randomState();
const expectedNonce = client.randomNonce();
const begin = client.buildAuthorizationUrl(config, {
    redirect_uri: redirectUri,
    scope: 'openid profile email',
    state: expectedState,
    nonce: expectedNonce,
    code_challenge: await client.calculatePKCECodeChallenge(pkceCodeVerifier),
    code_challenge_method: 'S256',
});
const browser = await fetch(begin, { headers: { cookie }, redirect: 'manual' });
const tokens = await client.authorizationCodeGrant(config, new URL(browser.headers.get('location')), {
    pkceCodeVerifier,
    expectedState,
    expectedNonce,
    idTokenExpected: true,
});
const sub = tokens.claims().sub;
const user = await client.fetchUserInfo(config, tokens.access_token, sub);
const renewed = await client.refreshTokenGrant(config, tokens.refresh_token);
const active = (await client.tokenIntrospection(config, renewed.access_token)).active;
await client.tokenRevocation(config, renewed.refresh_token);
let afterwards = 'accepted';
try {
    await client.fetchUserInfo(config, renewed.access_token, sub);
} catch (e) {
    afterwards = 'refused';
}
const goodbye = client.buildEndSessionUrl(config, { id_token_hint: renewed.id_token }).pathname;
console.log(JSON.stringify({ sub, user, renewed: renewed.claims().sub, active, afterwards, goodbye }));
