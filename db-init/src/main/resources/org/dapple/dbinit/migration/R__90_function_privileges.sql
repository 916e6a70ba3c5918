-- PostgreSQL lets everybody execute new functions; here only the tests of boxes and compound regions are for others than the
-- owner. This file is last: a new function of schema ivoa is to be followed by a change here, or it stays open. The last
-- ones were those that write the quick ways for one key and for many DIDs (R__34, R__35).

REVOKE EXECUTE ON ALL ROUTINES IN SCHEMA ivoa FROM PUBLIC;

GRANT EXECUTE ON FUNCTION ivoa.box_meets(sbox, scircle) TO dapple_service, dapple_adql;
GRANT EXECUTE ON FUNCTION ivoa.box_meets(sbox, sbox) TO dapple_service, dapple_adql;
GRANT EXECUTE ON FUNCTION ivoa.region_contains(scircle[], spoly[], sbox[], spoint) TO dapple_service, dapple_adql;
GRANT EXECUTE ON FUNCTION ivoa.region_intersects(scircle[], spoly[], sbox[], scircle) TO dapple_service, dapple_adql;
GRANT EXECUTE ON FUNCTION ivoa.region_intersects(scircle[], spoly[], sbox[], spoly) TO dapple_service, dapple_adql;
GRANT EXECUTE ON FUNCTION ivoa.region_intersects(scircle[], spoly[], sbox[], sbox) TO dapple_service, dapple_adql;
GRANT EXECUTE ON FUNCTION ivoa.region_intersects(scircle[], spoly[], sbox[], scircle[], spoly[], sbox[])
    TO dapple_service, dapple_adql;
GRANT EXECUTE ON FUNCTION ivoa.region_contains(scircle[], spoly[], sbox[], scircle[], spoly[], sbox[])
    TO dapple_service, dapple_adql;
