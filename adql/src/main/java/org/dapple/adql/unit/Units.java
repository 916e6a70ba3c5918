package org.dapple.adql.unit;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The units and prefixes of VOUnits 1.1 §2.3 and §2.4, in SI; astronomical constants as the IAU defines them. */
final class Units {
    private static final double DEGREE = Math.PI / 180;
    private static final double DAY = 86_400;
    private static final double PARSEC = 648_000 / Math.PI * 149_597_870_700.0;
    private static final double ELECTRONVOLT = 1.602176634e-19;

    private static final Map<String, Double> PREFIXES = Map.ofEntries(
            Map.entry("da", 1e1),
            Map.entry("h", 1e2),
            Map.entry("k", 1e3),
            Map.entry("M", 1e6),
            Map.entry("G", 1e9),
            Map.entry("T", 1e12),
            Map.entry("P", 1e15),
            Map.entry("E", 1e18),
            Map.entry("Z", 1e21),
            Map.entry("Y", 1e24),
            Map.entry("d", 1e-1),
            Map.entry("c", 1e-2),
            Map.entry("m", 1e-3),
            Map.entry("u", 1e-6),
            Map.entry("µ", 1e-6),
            Map.entry("n", 1e-9),
            Map.entry("p", 1e-12),
            Map.entry("f", 1e-15),
            Map.entry("a", 1e-18),
            Map.entry("z", 1e-21),
            Map.entry("y", 1e-24),
            Map.entry("Ki", 1024.0),
            Map.entry("Mi", 1048576.0),
            Map.entry("Gi", 1073741824.0),
            Map.entry("Ti", 1099511627776.0));

    private static final Set<String> WITHOUT_PREFIX = Set.of("mas", "Angstrom", "angstrom", "%", "dB", "AU", "au");

    private static final Map<String, Unit> UNITS = units();

    private Units() {}

    /** A unit by its name, with or without a prefix. */
    static Optional<Unit> named(String name) {
        Unit unit = UNITS.get(name);
        if (unit != null) {
            return Optional.of(unit);
        }
        for (int length = Math.min(2, name.length() - 1); length > 0; length--) {
            Double prefix = PREFIXES.get(name.substring(0, length));
            Unit rest = UNITS.get(name.substring(length));
            if (prefix != null && rest != null && !WITHOUT_PREFIX.contains(name.substring(length))) {
                return Optional.of(rest.scaled(prefix));
            }
        }
        return Optional.empty();
    }

    private static Map<String, Unit> units() {
        Map<String, Unit> units = new HashMap<>();
        for (String base :
                "m s A K mol cd rad bit ct photon pix mag adu electron beam bin chan vox DN dB".split(" ", -1)) {
            units.put(base, Unit.base(base));
        }
        units.put("g", Unit.base("kg").scaled(1e-3));
        defineMechanics(units);
        defineElectricity(units);
        defineSky(units);
        units.put("count", units.get("ct"));
        units.put("ph", units.get("photon"));
        units.put("pixel", units.get("pix"));
        units.put("byte", units.get("bit").scaled(8));
        units.put("B", units.get("byte"));
        units.put("%", Unit.ONE.scaled(0.01));
        return units;
    }

    private static void defineMechanics(Map<String, Unit> units) {
        Unit metre = units.get("m");
        Unit second = units.get("s");
        units.put("Hz", second.power(-1));
        units.put("N", Unit.base("kg").times(metre).times(second.power(-2)));
        units.put("J", units.get("N").times(metre));
        units.put("W", units.get("J").times(second.power(-1)));
        units.put("Pa", units.get("N").times(metre.power(-2)));
        units.put("min", second.scaled(60));
        units.put("h", second.scaled(3600));
        units.put("d", second.scaled(DAY));
        units.put("a", second.scaled(365.25 * DAY));
        units.put("yr", units.get("a"));
        units.put("eV", units.get("J").scaled(ELECTRONVOLT));
        units.put("erg", units.get("J").scaled(1e-7));
        units.put("Ry", units.get("eV").scaled(13.605693122994));
        units.put("u", Unit.base("kg").scaled(1.66053906660e-27));
        units.put("Angstrom", metre.scaled(1e-10));
        units.put("angstrom", metre.scaled(1e-10));
        units.put("barn", metre.power(2).scaled(1e-28));
    }

    private static void defineElectricity(Map<String, Unit> units) {
        Unit ampere = units.get("A");
        units.put("C", ampere.times(units.get("s")));
        units.put("V", units.get("W").times(ampere.power(-1)));
        units.put("Ohm", units.get("V").times(ampere.power(-1)));
        units.put("S", units.get("Ohm").power(-1));
        units.put("F", units.get("C").times(units.get("V").power(-1)));
        units.put("Wb", units.get("V").times(units.get("s")));
        units.put("T", units.get("Wb").times(units.get("m").power(-2)));
        units.put("H", units.get("Wb").times(ampere.power(-1)));
        units.put("G", units.get("T").scaled(1e-4));
        units.put("D", units.get("C").times(units.get("m")).scaled(1e-29 / 3));
    }

    private static void defineSky(Map<String, Unit> units) {
        Unit radian = units.get("rad");
        units.put("sr", radian.power(2));
        units.put("lm", units.get("cd").times(units.get("sr")));
        units.put("lx", units.get("lm").times(units.get("m").power(-2)));
        units.put("deg", radian.scaled(DEGREE));
        units.put("arcmin", radian.scaled(DEGREE / 60));
        units.put("arcsec", radian.scaled(DEGREE / 3600));
        units.put("mas", radian.scaled(DEGREE / 3_600_000));
        units.put("AU", units.get("m").scaled(149_597_870_700.0));
        units.put("au", units.get("AU"));
        units.put("pc", units.get("m").scaled(PARSEC));
        units.put("lyr", units.get("m").scaled(9_460_730_472_580_800.0));
        units.put(
                "Jy",
                units.get("W")
                        .times(units.get("m").power(-2))
                        .times(units.get("s"))
                        .scaled(1e-26));
        units.put(
                "R",
                units.get("photon")
                        .times(units.get("m").power(-2))
                        .times(units.get("s").power(-1))
                        .times(units.get("sr").power(-1))
                        .scaled(1e10 / (4 * Math.PI)));
        units.put("solLum", units.get("W").scaled(3.828e26));
        units.put("solMass", Unit.base("kg").scaled(1.3271244e20 / 6.67430e-11));
        units.put("solRad", units.get("m").scaled(6.957e8));
    }
}
