package org.preau.api.directory;

/**
 * Figures of the directory or of one school. People present in several schools count once in each school, once in the whole.
 *
 * @param schools schools
 * @param classes classes that pupils name
 * @param groups groups that pupils name
 * @param pupils pupils, nursery pupils among them
 * @param pupilsNursery nursery pupils (TPS, PS, MS, GS)
 * @param guardians guardians
 * @param guardianLinks links between a pupil and a guardian that are both known
 * @param teachers teachers, heads among them
 * @param otherStaff other personnel
 * @since 1.0
 */
public record DirectoryTotals(
        int schools,
        int classes,
        int groups,
        int pupils,
        int pupilsNursery,
        int guardians,
        int guardianLinks,
        int teachers,
        int otherStaff) {}
