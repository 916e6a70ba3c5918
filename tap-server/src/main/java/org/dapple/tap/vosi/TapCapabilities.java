package org.dapple.tap.vosi;

import java.util.List;
import org.dapple.dali.format.ResultFormats;
import org.dapple.dali.vosi.Capabilities;
import org.dapple.dali.vosi.Capability.Interface;
import org.dapple.dali.vosi.Language;
import org.dapple.dali.vosi.StandardCapability;
import org.dapple.dali.vosi.TableAccess;
import org.dapple.dali.vosi.TableAccess.DataModel;
import org.dapple.dali.vosi.TableAccess.Limit;
import org.dapple.tap.config.JobSettings;
import org.dapple.tap.config.QueryLimits;
import org.dapple.tap.config.UploadLimits;

/** What the service can do: it declares what works and nothing else, and needs no database to say so. */
public final class TapCapabilities {

    private static final DataModel OBSCORE = new DataModel("ivo://ivoa.net/std/ObsCore#core-1.1", "ObsCore-1.1");
    private static final DataModel OBSCORE_RADIO =
            new DataModel("ivo://ivoa.net/std/obscore#radio-ext-1.0", "ObsCore-radio-ext-1.0");

    /** Parts of the request, and what they fetch from the web (TAPRegExt 1.0 §2.5). */
    private static final List<String> UPLOAD_METHODS = List.of(
            "ivo://ivoa.net/std/TAPRegExt#upload-inline",
            "ivo://ivoa.net/std/TAPRegExt#upload-http",
            "ivo://ivoa.net/std/TAPRegExt#upload-https");

    private final ResultFormats formats;
    private final QueryLimits limits;
    private final JobSettings jobs;
    private final UploadLimits uploads;

    public TapCapabilities(ResultFormats formats, QueryLimits limits, JobSettings jobs, UploadLimits uploads) {
        this.formats = formats;
        this.limits = limits;
        this.jobs = jobs;
        this.uploads = uploads;
    }

    /**
     * The capabilities of the service at a URL.
     *
     * @param base without a trailing slash, such as {@code https://example.org/tap}
     */
    public Capabilities at(String base) {
        return new Capabilities(List.of(
                StandardCapability.capabilities(base + "/capabilities"),
                StandardCapability.availability(base + "/availability"),
                StandardCapability.tables(base + "/tables"),
                StandardCapability.examples(base + "/examples"),
                tableAccess(base)));
    }

    private TableAccess tableAccess(String base) {
        return new TableAccess(
                new Interface(base, "base", "1.1"),
                List.of(OBSCORE, OBSCORE_RADIO),
                adql(),
                formats.offered(),
                UPLOAD_METHODS,
                Limit.seconds(jobs.retention().toSeconds(), jobs.hardRetention().toSeconds()),
                Limit.seconds(jobs.duration().toSeconds(), jobs.hardDuration().toSeconds()),
                outputLimit(),
                Limit.rows(uploads.rows(), uploads.rows()));
    }

    /** Of synchronous queries and jobs together: what both get by default, and what can be had at all. */
    private Limit outputLimit() {
        return Limit.rows(
                Math.min(limits.defaultRows(), jobs.defaultRows()), Math.max(limits.hardRows(), jobs.hardRows()));
    }

    private static Language adql() {
        return new Language(
                "ADQL",
                List.of(
                        new Language.Version("2.0", "ivo://ivoa.net/std/ADQL#v2.0"),
                        new Language.Version("2.1", "ivo://ivoa.net/std/ADQL#v2.1")),
                "Astronomical Data Query Language",
                AdqlFeatures.declared());
    }
}
