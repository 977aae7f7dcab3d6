package org.preau.feeds.demo;

/**
 * Who of the generated people is to be shown by name.
 *
 * @param guardianFirstName first name of the guardian with children in two schools
 * @param guardianLastName his family name
 */
record DemoCast(String guardianFirstName, String guardianLastName) {}
