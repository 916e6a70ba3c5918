package org.dapple.dbinit.demo;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.dapple.dbinit.rucio.Did;

/** Writes the metadata of one product, as an archive's ingestion would hand it to Rucio. */
final class DidDocument {

    private static final double LIGHT_SPEED = 299792458;

    private final JsonMapper json = new JsonMapper();

    Did did(Observation observation, Product product) {
        Collection collection = observation.collection();
        ObjectNode data = json.createObjectNode();
        provenance(data, observation, product);
        space(data, observation, product);
        time(data, observation, product);
        spectrum(data, collection, product);
        return new Did(Did.DEFAULT_VO, collection.scope(), name(observation, product), data.toString());
    }

    static String name(Observation observation, Product product) {
        return String.format(
                "%s_%s.%s", observation.id().toLowerCase(Locale.ROOT), product.subtype(), product.extension());
    }

    private static void provenance(ObjectNode data, Observation observation, Product product) {
        Collection collection = observation.collection();
        data.put("dataproduct_type", product.type());
        data.put("dataproduct_subtype", product.subtype());
        data.put("calib_level", product.calibLevel());
        data.put("obs_collection", collection.name());
        data.put("obs_id", observation.id());
        data.put(
                "obs_title",
                collection.facility() + " " + product.type() + " of "
                        + observation.target().name());
        data.put("facility_name", collection.facility());
        data.put("instrument_name", collection.instrument());
        data.put("o_ucd", product.ucd());
        data.put("pol_states", product.polarisations());
        data.put("pol_xel", product.polarisationCount());
        data.put("access_estsize", kilobytes(collection, product));
        data.put("data_rights", "public");
    }

    private static void space(ObjectNode data, Observation observation, Product product) {
        Collection collection = observation.collection();
        Target target = observation.target();
        data.put("target_name", target.name());
        data.put("s_ra", Decimals.places(target.position().ra(), 6));
        data.put("s_dec", Decimals.places(target.position().dec(), 6));
        data.put("s_fov", Decimals.places(2 * collection.radius(), 6));
        data.put("s_resolution", Decimals.places(collection.resolution(), 2));
        long pixels = product.pixelated() ? pixels(collection) : -1;
        data.put("s_xel1", pixels);
        data.put("s_xel2", pixels);
        observation
                .footprint()
                .region(target.position(), collection.radius())
                .ifPresent(region -> data.put("s_region", region));
    }

    private static void time(ObjectNode data, Observation observation, Product product) {
        double begin = observation.begin();
        double exposure = observation.exposure();
        data.put("t_min", Decimals.places(begin, 6));
        data.put("t_max", Decimals.places(begin + exposure / 86400, 6));
        data.put("t_exptime", Decimals.places(exposure, 1));
        data.put("t_resolution", Decimals.digits(exposure / product.samples(), 6));
        data.put("t_xel", product.samples());
    }

    private static void spectrum(ObjectNode data, Collection collection, Product product) {
        data.put("em_min", Decimals.digits(LIGHT_SPEED / (collection.highMhz() * 1e6), 9));
        data.put("em_max", Decimals.digits(LIGHT_SPEED / (collection.lowMhz() * 1e6), 9));
        data.put("em_res_power", Decimals.digits(collection.resolvingPower(product), 6));
        data.put("em_xel", product.channels());
        data.put("em_ucd", "em.freq");
    }

    /** Three pixels across the beam. */
    private static long pixels(Collection collection) {
        return Math.round(2 * collection.radius() * 3600 / collection.resolution() * 3);
    }

    private static long kilobytes(Collection collection, Product product) {
        double values = product.pixelated()
                ? (double) pixels(collection) * pixels(collection) * product.channels() / 16
                : (double) product.channels() * product.samples();
        return Math.round(values * product.polarisationCount() * 4 / 1000) + 64;
    }
}
