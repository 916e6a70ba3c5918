package org.dapple.adql.check;

import java.util.ArrayList;
import java.util.List;
import org.dapple.adql.ast.Expression;
import org.dapple.adql.resolved.Value;

/** Checks the corners of a POLYGON. */
final class Polygons {
    private Polygons() {}

    /** A polygon of at least three corners; a last one that repeats the first closes it and is left out. */
    static Value of(Expression.Call call, List<Value> corners) {
        List<Value> open = new ArrayList<>(corners);
        if (open.size() > 1 && open.get(0).equals(open.get(open.size() - 1))) {
            open.remove(open.size() - 1);
        }
        if (open.size() < 3) {
            throw Faults.type("POLYGON", call.position(), "POLYGON needs at least three different corners");
        }
        PolygonSides.check(call, open);
        return new Value.Polygon(open);
    }
}
