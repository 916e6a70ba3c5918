package org.dapple.dbinit.demo;

/**
 * A kind of file that each observation of a collection yields.
 *
 * @param type dataproduct_type of ObsCore
 * @param subtype the provider's finer kind
 * @param calibLevel from 0 to 4
 * @param polarisations pol_states of ObsCore
 * @param channels length of the spectral axis, 1 for a continuum image
 * @param samples length of the time axis, 1 where it is summed up
 */
record Product(
        String type, String subtype, int calibLevel, String polarisations, int channels, int samples, String ucd) {

    int polarisationCount() {
        return polarisations.split("/").length - 1;
    }

    boolean pixelated() {
        return type.equals("image") || type.equals("cube");
    }

    String extension() {
        return switch (type) {
            case "visibility" -> "ms.tar";
            case "event" -> "fil";
            default -> "fits";
        };
    }
}
