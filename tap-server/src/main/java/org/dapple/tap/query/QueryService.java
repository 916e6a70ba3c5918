package org.dapple.tap.query;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.dapple.adql.AdqlException;
import org.dapple.adql.catalog.Table;
import org.dapple.dali.fault.ServiceFault;
import org.dapple.dali.format.ResultFormat;
import org.dapple.dali.format.ResultFormats;
import org.dapple.dali.table.ResultHead;
import org.dapple.dali.table.ResultSummary;
import org.dapple.dali.table.RowStream;
import org.dapple.tap.compile.CompiledQueries;
import org.dapple.tap.compile.CompiledQuery;
import org.dapple.tap.compile.QueryFaults;
import org.dapple.tap.config.QueryLimits;
import org.dapple.tap.db.Cancellation;
import org.dapple.tap.db.QueryRunner;
import org.dapple.tap.db.UploadSession;
import org.dapple.tap.search.Search;
import org.dapple.tap.upload.Parts;
import org.dapple.tap.upload.UploadService;
import org.dapple.tap.upload.UploadedFiles;

/** The way of a query, the only one: every door of the service leads here. */
public final class QueryService {

    private final CompiledQueries compiledQueries;
    private final QueryMode synchronous;
    private final UploadService uploadService;
    private final ResultFormats formats;
    private final DataOrigin dataOrigin;
    private final DataLinks dataLinks;
    private final QueryMeters meters;

    public QueryService(
            CompiledQueries compiledQueries,
            QueryRunner queryRunner,
            UploadService uploadService,
            ResultFormats formats,
            DataOrigin dataOrigin,
            DataLinks dataLinks,
            QueryMeters meters,
            QueryLimits limits) {
        this.compiledQueries = compiledQueries;
        this.synchronous = new QueryMode("sync", queryRunner, limits.defaultRows(), limits.hardRows());
        this.uploadService = uploadService;
        this.formats = formats;
        this.dataOrigin = dataOrigin;
        this.dataLinks = dataLinks;
        this.meters = meters;
    }

    /**
     * Answers a synchronous request. Nothing is written before the database has given the first row.
     *
     * @param parts where the request's own tables are
     * @param stop what stops it from another thread
     * @throws ServiceFault when the query cannot be answered; if nothing was written yet, the client can be told
     * @throws IOException when the client is gone; the statement is cancelled
     */
    public ResultSummary run(TapRequest request, Parts parts, Cancellation stop, ResultSink sink) throws IOException {
        return run(request, parts, synchronous.stoppedBy(stop), sink);
    }

    /**
     * Judges a request as far as that is possible without asking the database for rows.
     *
     * @return the format in which it would be answered
     * @throws ServiceFault when it would be refused
     */
    public ResultFormat judge(TapRequest request) {
        ResultFormat format = format(request.responseFormat());
        if (request.uploads().isEmpty()) {
            compiled(request, List.of());
        }
        return format;
    }

    /** Answers a request in another mode than the synchronous one, with the same faults. */
    public ResultSummary run(TapRequest request, Parts parts, QueryMode mode, ResultSink sink) throws IOException {
        MeteredQuery metered = meters.begin(mode);
        return metered.measure(() -> answer(request, parts, mode, metered.watched(sink), metered));
    }

    private ResultSummary answer(TapRequest request, Parts parts, QueryMode mode, ResultSink sink, MeteredQuery metered)
            throws IOException {
        ResultFormat format = format(request.responseFormat());
        if (!request.uploads().isEmpty()) {
            return answerWithUploads(request, parts, mode, format, sink, metered);
        }
        CompiledQuery query = compiled(request, List.of());
        long maxRows = mode.maxRows(request.maxRec());
        return answer(mode, query, rowsToFetch(maxRows), head(request, query, maxRows), format, sink);
    }

    /**
     * Answers a search as a synchronous request, in the same way and with the same faults.
     *
     * @param stop what stops it from another thread
     */
    public ResultSummary run(Search search, Cancellation stop, ResultSink sink) throws IOException {
        MeteredQuery metered = meters.begin(synchronous);
        return metered.measure(() -> answer(search, stop, metered.watched(sink)));
    }

    private ResultSummary answer(Search search, Cancellation stop, ResultSink sink) throws IOException {
        ResultFormat format = format(search.responseFormat());
        CompiledQuery query = compiled(search);
        long maxRows = synchronous.maxRows(search.maxRec());
        long fetched = search.isForMetadata() ? 0 : rowsToFetch(maxRows);
        return answer(synchronous.stoppedBy(stop), query, fetched, head(search, query, maxRows), format, sink);
    }

    /** Judges a search as far as that is possible without asking the database for rows, as above. */
    public ResultFormat judge(Search search) {
        ResultFormat format = format(search.responseFormat());
        compiled(search);
        return format;
    }

    private static ResultSummary answer(
            QueryMode mode, CompiledQuery query, long fetched, ResultHead head, ResultFormat format, ResultSink sink)
            throws IOException {
        try (RowStream rows = mode.runner().run(query.sql(), query.fields(), fetched)) {
            return format.writer().write(head, rows, sink.open(format));
        }
    }

    private ResultSummary answerWithUploads(
            TapRequest request, Parts parts, QueryMode mode, ResultFormat format, ResultSink sink, MeteredQuery metered)
            throws IOException {
        try (UploadedFiles files = uploadService.collect(request.uploads(), parts);
                UploadSession session = mode.runner().beginUpload()) {
            metered.uploaded(request.uploads().size(), files.bytes());
            files.readInto(session::target);
            CompiledQuery query = compiled(request, session.tables());
            long maxRows = mode.maxRows(request.maxRec());
            try (RowStream rows = session.run(query.sql(), query.fields(), rowsToFetch(maxRows))) {
                return format.writer().write(head(request, query, maxRows), rows, sink.open(format));
            }
        }
    }

    private ResultFormat format(Optional<String> requested) {
        return requested.map(formats::select).orElse(formats.preferred());
    }

    /** One more than may be written shows whether rows are cut; a request for metadata needs none. */
    private static long rowsToFetch(long maxRows) {
        return maxRows == 0 ? 0 : maxRows + 1;
    }

    private CompiledQuery compiled(TapRequest request, List<Table> uploaded) {
        try {
            return compiledQueries.of(request.query(), request.version(), uploaded);
        } catch (AdqlException e) {
            throw QueryFaults.of(e);
        }
    }

    private CompiledQuery compiled(Search search) {
        try {
            CompiledQuery query = compiledQueries.of(search.query());
            return new CompiledQuery(query.sql(), search.fields(query.fields()), query.products());
        } catch (AdqlException e) {
            throw QueryFaults.ofBuilt(e);
        }
    }

    private ResultHead head(TapRequest request, CompiledQuery query, long maxRows) {
        return new ResultHead(dataOrigin.of(request), maxRows, dataLinks.of(query.products()));
    }

    /** Where only metadata are asked for, one row would be allowed, so that none is no overflow. */
    private ResultHead head(Search search, CompiledQuery query, long maxRows) {
        return new ResultHead(
                dataOrigin.of(search),
                search.isForMetadata() ? 1 : maxRows,
                dataLinks.of(query.products()),
                search.self());
    }
}
