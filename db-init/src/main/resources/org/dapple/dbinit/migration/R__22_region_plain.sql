-- The door to the parser, which is most of what bulk loading costs. Nearly every s_region is a shape in plain decimals with
-- single spaces: one regular expression tells that it is, and that each number is in its range, so that nothing is left
-- to check word by word. What it does not match, or pgSphere refuses, is parsed with care (ivoa.parse_any_region), which
-- has the words for problems; where both can do it they agree, but for how a circle around a compound region lies.

CREATE OR REPLACE FUNCTION ivoa.plain_ra() RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN ' (?:[0-2]?\d?\d|3[0-5]\d)(?:\.\d+)?';

CREATE OR REPLACE FUNCTION ivoa.plain_dec() RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN ' -?[0-8]?\d(?:\.\d+)?';

CREATE OR REPLACE FUNCTION ivoa.plain_circle() RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN ivoa.plain_ra() || ivoa.plain_dec() || ' [0-8]?\d(?:\.\d+)?';

-- What follows the keyword of so many letters and the frame, if any.
CREATE OR REPLACE FUNCTION ivoa.plain_rest(source text, keyword integer) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN substr(source, keyword + CASE WHEN lower(substr(source, keyword + 2, 1)) = 'i' THEN 7 ELSE 2 END);

-- The polygon of these words; pgSphere raises where its edges cross or touch.
CREATE OR REPLACE FUNCTION ivoa.plain_polygon(words text[]) RETURNS spoly
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  size integer := cardinality(words);
BEGIN
  IF words[1] = words[size - 1] AND words[2] = words[size] THEN
    size := size - 2;
    words := words[:size];
  END IF;
  RETURN format('{' || rtrim(repeat('(%sd,%sd),', size / 2), ',') || '}', VARIADIC words)::spoly;
END $$;

-- At most half around the sky, so that the corners are what is farthest from the middle.
CREATE OR REPLACE FUNCTION ivoa.plain_range(rest text) RETURNS ivoa.region
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  numbers CONSTANT double precision[] := string_to_array(rest, ' ')::double precision[];
  width   CONSTANT double precision :=
    numbers[2] - numbers[1] + CASE WHEN numbers[2] < numbers[1] THEN 360 ELSE 0 END;
  sw      CONSTANT spoint := ivoa.sky_point(numbers[1], numbers[3]);
  ne      CONSTANT spoint := ivoa.sky_point(numbers[2], numbers[4]);
  middle  CONSTANT spoint := ivoa.sky_point(numbers[1] + width / 2, (numbers[3] + numbers[4]) / 2);
  radius  CONSTANT double precision := greatest(middle <-> sw, middle <-> ne) + 1e-9;
BEGIN
  IF width BETWEEN 1e-6 AND 180 AND numbers[4] - numbers[3] > 1e-6 AND radius <= pi() / 2 THEN
    RETURN ROW('Range ICRS ' || rest, NULL, NULL, scircle(middle, radius), NULL, NULL, ARRAY[sbox(sw, ne)], NULL)::ivoa.region;
  END IF;
  RETURN NULL;
END $$;

-- Circles, with one around them, centred on the mean of their centres.
CREATE OR REPLACE FUNCTION ivoa.plain_union(parts text) RETURNS ivoa.region
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  numbers CONSTANT double precision[] := string_to_array(substr(replace(parts, ' circle', ''), 8), ' ')::double precision[];
  circles scircle[] := '{}';
  centre  spoint;
  circle  scircle;
  sum_x   double precision := 0;
  sum_y   double precision := 0;
  sum_z   double precision := 0;
  reach   double precision := 0;
BEGIN
  FOR i IN 1 .. least(cardinality(numbers), 600) BY 3 LOOP
    centre := ivoa.sky_point(numbers[i], numbers[i + 1]);
    circles := circles || scircle(centre, radians(numbers[i + 2]));
    sum_x := sum_x + x(centre);
    sum_y := sum_y + y(centre);
    sum_z := sum_z + z(centre);
  END LOOP;
  centre := spoint(atan2(sum_y, sum_x), atan2(sum_z, sqrt(sum_x * sum_x + sum_y * sum_y)));
  FOREACH circle IN ARRAY circles LOOP
    reach := greatest(reach, (centre <-> center(circle)) + radius(circle));
    IF radius(circle) = 0 THEN RETURN NULL; END IF;
  END LOOP;
  IF reach + 1e-9 <= pi() / 2 AND cardinality(numbers) <= 600 THEN
    RETURN ROW('Union ICRS (' || replace(parts, 'circle', 'Circle') || ')',
               NULL, NULL, scircle(centre, reach + 1e-9), circles, NULL, NULL, NULL)::ivoa.region;
  END IF;
  RETURN NULL;
END $$;

-- NULL when it is not plain.
CREATE OR REPLACE FUNCTION ivoa.parse_plain_region(source text) RETURNS ivoa.region
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  rest text;
BEGIN
  IF source ~* ('^polygon(?: icrs)?(?:' || ivoa.plain_ra() || ivoa.plain_dec() || ')+$') AND octet_length(source) < 10000 THEN
    rest := ivoa.plain_rest(source, 7);
    RETURN ROW('Polygon ICRS ' || rest, NULL, ivoa.plain_polygon(string_to_array(rest, ' ')),
               NULL, NULL, NULL, NULL, NULL)::ivoa.region;
  ELSIF source ~* ('^range(?: icrs)?' || ivoa.plain_ra() || ivoa.plain_ra() || ivoa.plain_dec() || ivoa.plain_dec() || '$') THEN
    RETURN ivoa.plain_range(ivoa.plain_rest(source, 5));
  ELSIF source ~* ('^union(?: icrs)? \(circle' || ivoa.plain_circle() || '(?: circle' || ivoa.plain_circle() || ')*\)$') THEN
    RETURN ivoa.plain_union(lower(substr(ivoa.plain_rest(rtrim(source, ')'), 5), 2)));
  END IF;
  RETURN NULL;
EXCEPTION WHEN OTHERS THEN
  RETURN NULL;
END $$;

-- Circles, the most frequent, do without a handler of exceptions: in so few digits is no number that raises one.
CREATE OR REPLACE FUNCTION ivoa.parse_region(source text) RETURNS ivoa.region
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  rest    text;
  numbers double precision[];
  region  ivoa.region;
BEGIN
  IF source ~* ('^circle(?: icrs)?' || ivoa.plain_circle() || '$') AND octet_length(source) < 300 THEN
    rest := ivoa.plain_rest(source, 6);
    numbers := string_to_array(rest, ' ');
    IF numbers[3] > 0 THEN
      RETURN ROW('Circle ICRS ' || rest, scircle(ivoa.sky_point(numbers[1], numbers[2]), radians(numbers[3])),
                 NULL, NULL, NULL, NULL, NULL, NULL)::ivoa.region;
    END IF;
  ELSE
    region := ivoa.parse_plain_region(source);
    IF region.text IS NOT NULL THEN RETURN region; END IF;
  END IF;
  RETURN ivoa.parse_any_region(source);
END $$;

REVOKE EXECUTE ON FUNCTION ivoa.plain_ra(), ivoa.plain_dec(), ivoa.plain_circle(), ivoa.plain_rest(text, integer),
  ivoa.plain_polygon(text[]), ivoa.plain_range(text), ivoa.plain_union(text), ivoa.parse_plain_region(text),
  ivoa.parse_any_region(text) FROM PUBLIC;
