package org.dapple.tap.sia;

import java.util.List;
import org.dapple.tap.search.Decimal;

/** A part of the sky in ICRS, all numbers in degrees (SIA 2.0 §2.1.1). */
sealed interface Region {

    /** What is at most 90 degrees around a position. */
    record Circle(Decimal longitude, Decimal latitude, Decimal radius) implements Region {}

    /** What is from one meridian eastwards to another and from one parallel northwards to another. */
    record Range(Decimal west, Decimal east, Decimal south, Decimal north) implements Region {}

    /** What is between at least three corners, each a longitude and a latitude: the smaller of the two parts. */
    record Polygon(List<Decimal> coordinates) implements Region {
        public Polygon {
            coordinates = List.copyOf(coordinates);
        }
    }
}
