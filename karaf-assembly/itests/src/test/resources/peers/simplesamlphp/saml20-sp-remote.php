<?php
// The portal's counters, from the metadata they publish.
foreach (glob(getenv('SSP_DIR') . '/sp-*.xml') as $file) {
    $entities = SimpleSAML\Metadata\SAMLParser::parseDescriptorsString(file_get_contents($file));
    foreach ($entities as $id => $entity) {
        $metadata[$id] = $entity->getMetadata20SP();
    }
}
