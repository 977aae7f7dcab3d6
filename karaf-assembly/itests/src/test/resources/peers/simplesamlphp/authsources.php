<?php
$config = [
    'admin' => ['core:AdminPassword'],
    'people' => ['exampleauth:UserPass'] + json_decode(file_get_contents(getenv('SSP_DIR') . '/people.json'), true),
];
