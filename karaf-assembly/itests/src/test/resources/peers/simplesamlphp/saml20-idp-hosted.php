<?php
$metadata[getenv('SSP_URL') . '/idp'] = [
    'host' => '__DEFAULT__',
    'privatekey' => 'ssp.key',
    'certificate' => 'ssp.pem',
    'auth' => 'people',
    'SingleLogoutServiceBinding' => ['urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect'],
    'attributes.NameFormat' => 'urn:oasis:names:tc:SAML:2.0:attrname-format:basic',
    'signature.algorithm' => 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
    'validate.authnrequest' => true,
    'saml20.sign.assertion' => true,
    'saml20.sign.response' => true,
];
