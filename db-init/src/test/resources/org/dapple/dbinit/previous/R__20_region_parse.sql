-- s_region in the forms it comes in: STC-S (Circle, Polygon, Box, Position, Union, with a frame or without), DALI
-- (circle, polygon, range, point), pgSphere's own text, in any case and with any white space. Nothing here raises:
-- what cannot be used is a problem in words that follow "s_region: <value> cannot be used: ". pgSphere knows no
-- winding: a polygon is the side that is less than a hemisphere, whichever way it is drawn.

-- radians() raises an underflow for what is next to nothing.
CREATE OR REPLACE FUNCTION ivoa.sky_point(ra double precision, "dec" double precision) RETURNS spoint
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN spoint(radians(CASE WHEN abs(ra) < 1e-300 THEN 0 ELSE ra END),
              radians(CASE WHEN abs("dec") < 1e-300 THEN 0 ELSE "dec" END));

CREATE OR REPLACE FUNCTION ivoa.region_words(source text) RETURNS text[]
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN string_to_array(
  btrim(regexp_replace(translate(source, E'(),\t\r\n', '      '), ' {2,}', ' ', 'g')), ' ');

CREATE OR REPLACE FUNCTION ivoa.region_refused(problem text) RETURNS ivoa.region
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN ROW(NULL, NULL, NULL, NULL, NULL, NULL, NULL, problem)::ivoa.region;

-- A polygon of at most 500 vertices, as pgSphere's check for crossing edges takes time that grows with the square.
CREATE OR REPLACE FUNCTION ivoa.region_polygon(numbers double precision[], OUT polygon spoly, OUT problem text)
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  size     integer := cardinality(numbers);
  vertices text := '';
  distinct_vertices integer := 0;
BEGIN
  IF size > 1000 THEN
    problem := format('the polygon has %s vertices, more than 500', size / 2);
    RETURN;
  END IF;
  -- The closing vertex that some repeat, and any other that repeats the one before it, is no edge.
  FOR i IN 1 .. size BY 2 LOOP
    IF (numbers[i], numbers[i + 1]) <> (numbers[(i + size - 3) % size + 1], numbers[(i + size - 2) % size + 1]) THEN
      vertices := vertices || ',(' || numbers[i] || 'd,' || numbers[i + 1] || 'd)';
      distinct_vertices := distinct_vertices + 1;
    END IF;
  END LOOP;
  IF distinct_vertices < 3 THEN
    problem := format('a polygon needs 3 different vertices, not %s', distinct_vertices);
    RETURN;
  END IF;
  polygon := ('{' || substr(vertices, 2) || '}')::spoly;
EXCEPTION WHEN OTHERS THEN
  problem := 'the edges of the polygon cross or touch, or it does not fit into a hemisphere';
END $$;

-- Ranges of right ascension may pass through 0 (from above to, or from negative numbers). pgSphere takes one without
-- width for the full circle.
CREATE OR REPLACE FUNCTION ivoa.region_box(
  ra_from double precision, ra_to double precision, dec_from double precision, dec_to double precision,
  OUT box sbox, OUT problem text)
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  full_circle CONSTANT boolean := ra_to - ra_from >= 360;
BEGIN
  IF dec_from > dec_to THEN
    problem := format('the range of declinations ends (%s) before it begins (%s)', dec_to, dec_from);
    RETURN;
  ELSIF dec_to - dec_from < 1e-7 OR NOT full_circle AND abs(mod((ra_to - ra_from)::numeric, 360)) < 1e-7 THEN
    problem := 'the range has no width or no height';
    RETURN;
  END IF;
  box := CASE WHEN full_circle
    THEN sbox(ivoa.sky_point(0, dec_from), ivoa.sky_point(360, dec_to))
    ELSE sbox(ivoa.sky_point(ra_from, dec_from), ivoa.sky_point(ra_to, dec_to)) END;
END $$;

-- What is wrong with the numbers of a shape, or NULL.
CREATE OR REPLACE FUNCTION ivoa.region_numbers_problem(kind text, numbers double precision[]) RETURNS text
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  size      CONSTANT integer := coalesce(cardinality(numbers), 0);
  positions CONSTANT integer := CASE kind WHEN 'POLYGON' THEN size WHEN 'RANGE' THEN 0 ELSE 2 END;
BEGIN
  CASE kind
    WHEN 'CIRCLE' THEN
      IF size <> 3 THEN RETURN format('a circle needs 3 numbers (ra dec radius), not %s', size); END IF;
      IF numbers[3] > 1e-300 AND numbers[3] <= 90 THEN ELSE
        RETURN format('the radius %s is not above 0 and at most 90', numbers[3]);
      END IF;
    WHEN 'POLYGON' THEN
      IF size < 6 OR size % 2 = 1 THEN
        RETURN format('a polygon needs 3 or more pairs of numbers (ra dec), not %s numbers', size);
      END IF;
    WHEN 'RANGE' THEN
      IF size <> 4 THEN RETURN format('a range needs 4 numbers (ra from, to, dec from, to), not %s', size); END IF;
      IF numbers[1] BETWEEN -360 AND 720 AND numbers[2] BETWEEN -360 AND 720
          AND numbers[3] BETWEEN -90 AND 90 AND numbers[4] BETWEEN -90 AND 90 THEN ELSE
        RETURN 'a range lies within 0 to 360 in ra and -90 to 90 in dec';
      END IF;
    WHEN 'BOX' THEN
      IF size <> 4 THEN RETURN format('a box needs 4 numbers (ra dec width height), not %s', size); END IF;
      IF numbers[3] > 0 AND numbers[3] <= 360 AND numbers[4] > 0 AND numbers[4] <= 180 THEN ELSE
        RETURN format('the size %s x %s of the box is not within 360 x 180', numbers[3], numbers[4]);
      END IF;
    WHEN 'POSITION' THEN
      IF size <> 2 THEN RETURN format('a position needs 2 numbers (ra dec), not %s', size); END IF;
  END CASE;
  FOR i IN 1 .. positions BY 2 LOOP
    IF numbers[i] BETWEEN -360 AND 720 THEN ELSE
      RETURN format('the right ascension %s is not within 0 to 360', numbers[i]);
    END IF;
    IF numbers[i + 1] BETWEEN -90 AND 90 THEN ELSE
      RETURN format('the declination %s is not within -90 to 90', numbers[i + 1]);
    END IF;
  END LOOP;
  RETURN NULL;
END $$;

-- One shape from its keyword (CIRCLE, POLYGON, RANGE, BOX, POSITION, POINT) and the words after it: a frame, then
-- numbers.
CREATE OR REPLACE FUNCTION ivoa.region_shape(keyword text, words text[]) RETURNS ivoa.region
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  kind    text := CASE keyword WHEN 'POINT' THEN 'POSITION' ELSE keyword END;
  shape   ivoa.region;
  numbers double precision[];
  first   integer := 1;
BEGIN
  WHILE words[first] ~ '^[A-Za-z]' AND words[first] !~* '^(nan|inf)' LOOP
    IF words[first] <> 'ICRS' THEN
      shape.problem := ivoa.region_frame_problem(words[first]);
      IF shape.problem IS NOT NULL THEN RETURN shape; END IF;
    END IF;
    first := first + 1;
  END LOOP;
  BEGIN
    numbers := words[first:]::double precision[];
  EXCEPTION WHEN data_exception THEN
    shape.problem := format('it holds "%s" where a number should be', left((SELECT word
      FROM unnest(words[first:]) AS word
      WHERE word !~* '^[-+]?([0-9]+[.]?[0-9]*|[.][0-9]+)(e[-+]?[0-9]{1,2})?$' LIMIT 1), 40));
    RETURN shape;
  END;
  shape.problem := ivoa.region_numbers_problem(kind, numbers);
  IF shape.problem IS NOT NULL THEN RETURN shape; END IF;
  CASE kind
    WHEN 'CIRCLE' THEN
      shape.circle := scircle(ivoa.sky_point(numbers[1], numbers[2]), radians(numbers[3]));
    WHEN 'POSITION' THEN
      shape.circle := scircle(ivoa.sky_point(numbers[1], numbers[2]), 0);
    WHEN 'POLYGON' THEN
      SELECT p.polygon, p.problem INTO shape.polygon, shape.problem FROM ivoa.region_polygon(numbers) AS p;
    WHEN 'RANGE' THEN
      SELECT ARRAY[b.box], b.problem INTO shape.boxes, shape.problem
      FROM ivoa.region_box(numbers[1], numbers[2], numbers[3], numbers[4]) AS b;
    WHEN 'BOX' THEN
      SELECT ARRAY[b.box], b.problem INTO shape.boxes, shape.problem
      FROM ivoa.region_box(numbers[1] - numbers[3] / 2, numbers[1] + numbers[3] / 2,
        greatest(numbers[2] - numbers[4] / 2, -90), least(numbers[2] + numbers[4] / 2, 90)) AS b;
  END CASE;
  IF shape.problem IS NOT NULL THEN RETURN ivoa.region_refused(shape.problem); END IF;
  shape.text := initcap(kind) || ' ICRS ' || array_to_string(words[first:], ' ');
  RETURN shape;
END $$;

-- FK5 at J2000 agrees with ICRS to 0.03 arcsec, so it is taken as ICRS; other frames are not converted.
CREATE OR REPLACE FUNCTION ivoa.region_frame_problem(word text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE
  WHEN upper(word) IN ('ICRS', 'FK5', 'J2000', 'J2000.0', 'UNKNOWNFRAME', 'SPHERICAL2', 'UNKNOWNREFPOS', 'TOPOCENTER',
                       'BARYCENTER', 'GEOCENTER', 'HELIOCENTER') THEN NULL
  WHEN upper(word) IN ('GALACTIC', 'GALACTIC_II', 'SUPER_GALACTIC', 'ECLIPTIC', 'FK4', 'B1950', 'GEO_C', 'GEO_D')
    THEN format('its frame is %s, not ICRS', word)
  ELSE format('"%s" is neither a frame nor a number', left(word, 40))
END;
