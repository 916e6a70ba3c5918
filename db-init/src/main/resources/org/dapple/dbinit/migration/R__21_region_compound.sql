-- Compound regions, and the parser of regions in any form.

-- A circle around circles and boxes, or NULL when none of at most 90 degrees (pgSphere's largest) holds them all. A sum of
-- doubles depends on their order, hence on the plan, which is to be the same for every caller.
CREATE OR REPLACE FUNCTION ivoa.region_bound(circles scircle[], boxes sbox[]) RETURNS scircle
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE SET enable_nestloop = on AS $$
DECLARE
  centre spoint;
  radius double precision;
BEGIN
  SELECT spoint(atan2(sum(y(p)), sum(x(p))), atan2(sum(z(p)), sqrt(sum(x(p)) ^ 2 + sum(y(p)) ^ 2))) INTO centre
  FROM (SELECT center(c) FROM unnest(circles) AS c
        UNION ALL SELECT sample FROM unnest(boxes) AS b, ivoa.box_samples(b) AS sample) AS points (p);
  -- Seen from the centre, a parallel is farthest where it crosses the meridian opposite, or at its ends.
  SELECT max(reach) INTO radius FROM (
    SELECT (centre <-> center(c)) + radius(c) FROM unnest(circles) AS c
    UNION ALL
    SELECT centre <-> corner FROM unnest(boxes) AS b, unnest(ARRAY[sw(b), se(b), ne(b), nw(b)]) AS corner
    UNION ALL
    SELECT centre <-> opposite FROM unnest(boxes) AS b,
      unnest(ARRAY[spoint(long(centre) + pi(), lat(sw(b))), spoint(long(centre) + pi(), lat(ne(b)))]) AS opposite
    WHERE b @> opposite
  ) AS reaches (reach);
  radius := radius + 1e-9;
  RETURN CASE WHEN radius <= pi() / 2 THEN scircle(centre, radius) END;
END $$;

-- Points spread evenly over the two parallels that bound a box.
CREATE OR REPLACE FUNCTION ivoa.box_samples(box sbox) RETURNS SETOF spoint
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT spoint(long(sw(box)) + width * (step + 0.5) / 8, latitude)
  FROM (SELECT long(ne(box)) - long(sw(box))
          + CASE WHEN long(ne(box)) < long(sw(box)) THEN 2 * pi() ELSE 0 END) AS w (width),
    generate_series(0, 7) AS step, unnest(ARRAY[lat(sw(box)), lat(ne(box))]) AS latitude
$$;

-- A circle around the polygon whose vertices these are: it is centred on their mean, and as a circle of at most 90
-- degrees it holds the edges when it holds the vertices.
CREATE OR REPLACE FUNCTION ivoa.polygon_circle(numbers double precision[]) RETURNS scircle
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  WITH vertex AS (
    SELECT ivoa.sky_point(numbers[2 * i - 1], numbers[2 * i]) AS p
    FROM generate_series(1, cardinality(numbers) / 2) AS i
  ), mean AS (
    SELECT spoint(atan2(sum(y(p)), sum(x(p))), atan2(sum(z(p)), sqrt(sum(x(p)) ^ 2 + sum(y(p)) ^ 2))) AS centre
    FROM vertex
  )
  SELECT scircle(centre, least((SELECT max(centre <-> p) FROM vertex), pi() / 2)) FROM mean
$$;

-- The circle around a region: itself, its bound, or made from the vertices in its text.
CREATE OR REPLACE FUNCTION ivoa.region_circle(region ivoa.region) RETURNS scircle
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN coalesce((region).circle, (region).bound,
  CASE WHEN (region).polygon IS NOT NULL
    THEN ivoa.polygon_circle((ivoa.region_words((region).text))[3:]::double precision[]) END);

-- A region of several parts, or the reason why there is none.
CREATE OR REPLACE FUNCTION ivoa.region_of_parts(source text, parts ivoa.region[]) RETURNS ivoa.region
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  region ivoa.region;
BEGIN
  SELECT array_agg(p.circle) FILTER (WHERE p.circle IS NOT NULL),
         array_agg(p.polygon) FILTER (WHERE p.polygon IS NOT NULL),
         array_agg(p.boxes[1]) FILTER (WHERE p.boxes IS NOT NULL), min(p.problem)
  INTO region.circles, region.polygons, region.boxes, region.problem
  FROM unnest(parts) AS p;
  IF region.problem IS NULL THEN
    region.bound := ivoa.region_bound(
      ARRAY(SELECT ivoa.region_circle(p) FROM unnest(parts) AS p WHERE p.boxes IS NULL), region.boxes);
    IF region.bound IS NOT NULL THEN
      region.text := source;
      RETURN region;
    END IF;
    region.problem := 'it does not fit into a hemisphere';
  END IF;
  RETURN ivoa.region_refused(region.problem);
END $$;

-- Union, with its frame, if any, before the shapes. Unions within a union are one union.
CREATE OR REPLACE FUNCTION ivoa.region_union(words text[]) RETURNS ivoa.region
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  parts   ivoa.region[];
  shapes  CONSTANT text[] := ARRAY(SELECT upper(word) FROM unnest(words) WITH ORDINALITY AS w (word, place)
    WHERE upper(word) <> 'UNION' ORDER BY place);
  starts  CONSTANT integer[] := ARRAY(SELECT place FROM unnest(shapes) WITH ORDINALITY AS s (word, place)
    WHERE word IN ('CIRCLE', 'POLYGON', 'RANGE', 'BOX', 'POSITION', 'POINT') ORDER BY place);
  problem text := (SELECT ivoa.region_frame_problem(word)
    FROM unnest(shapes[: coalesce(starts[1] - 1, cardinality(shapes))]) WITH ORDINALITY AS s (word, place)
    WHERE ivoa.region_frame_problem(word) IS NOT NULL ORDER BY place LIMIT 1);
BEGIN
  IF problem IS NULL AND cardinality(starts) = 0 THEN
    problem := 'the union holds no shape';
  ELSIF cardinality(starts) > 200 THEN
    problem := format('the union has %s parts, more than 200', cardinality(starts));
  END IF;
  IF problem IS NOT NULL THEN
    RETURN ivoa.region_refused(problem);
  END IF;
  parts := ARRAY(SELECT ivoa.region_shape(shapes[starts[i]],
      shapes[starts[i] + 1 : coalesce(starts[i + 1] - 1, cardinality(shapes))])
    FROM generate_subscripts(starts, 1) AS i ORDER BY i);
  RETURN ivoa.region_of_parts('Union ICRS ('
    || (SELECT string_agg(replace(p.text, ' ICRS ', ' '), ' ' ORDER BY place) FROM unnest(parts) WITH ORDINALITY
        AS p (text, circle, polygon, bound, circles, polygons, boxes, problem, place)) || ')', parts);
END $$;

-- pgSphere's own text: <(ra , dec) , radius> and {(ra , dec), …} in degrees, which it marks with d, or radians.
CREATE OR REPLACE FUNCTION ivoa.region_from_pgsphere(source text) RETURNS ivoa.region
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  words text[] := ivoa.region_words(translate(source, '<>{}d', ''));
BEGIN
  IF source !~ 'd' THEN
    words := ARRAY(SELECT degrees(word::double precision)::text
      FROM unnest(words) WITH ORDINALITY AS w (word, place) ORDER BY place);
  END IF;
  RETURN ivoa.region_shape(CASE WHEN source LIKE '<%' THEN 'CIRCLE' ELSE 'POLYGON' END, words);
END $$;

-- The forms that are rare; a handler of exceptions costs 20 microseconds, so the usual forms do without one.
CREATE OR REPLACE FUNCTION ivoa.parse_unusual_region(source text, words text[]) RETURNS ivoa.region
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  shape ivoa.region;
BEGIN
  IF source ~ '^\s*[<{]' THEN
    RETURN ivoa.region_from_pgsphere(btrim(source, E' \t\r\n'));
  ELSIF upper(words[1]) = 'UNION' THEN
    RETURN ivoa.region_union(words);
  ELSIF upper(words[1]) IN ('RANGE', 'BOX', 'POSITION', 'POINT') THEN
    shape := ivoa.region_shape(upper(words[1]), words[2:]);
  ELSE
    RETURN ivoa.region_refused(format(
      '"%s" is not a shape that is known here (circle, polygon, range, box, position, union)', left(words[1], 40)));
  END IF;
  RETURN CASE WHEN shape.problem IS NULL AND shape.boxes IS NOT NULL
    THEN ivoa.region_of_parts(shape.text, ARRAY[shape]) ELSE shape END;
EXCEPTION WHEN OTHERS THEN
  RETURN ivoa.region_refused(SQLERRM);
END $$;

-- Any text gives a region or a problem, never an error.
CREATE OR REPLACE FUNCTION ivoa.parse_any_region(source text) RETURNS ivoa.region
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  words text[];
BEGIN
  IF octet_length(source) > 100000 THEN
    RETURN ivoa.region_refused(format('it is %s characters long, more than 100000', octet_length(source)));
  END IF;
  words := ivoa.region_words(source);
  RETURN CASE upper(words[1])
    WHEN 'CIRCLE' THEN ivoa.region_shape('CIRCLE', words[2:])
    WHEN 'POLYGON' THEN ivoa.region_shape('POLYGON', words[2:])
    ELSE ivoa.parse_unusual_region(source, words)
  END;
END $$;
