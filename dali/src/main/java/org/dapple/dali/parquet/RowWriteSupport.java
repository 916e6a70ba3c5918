package org.dapple.dali.parquet;

import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.dapple.dali.table.Field;
import org.dapple.dali.table.LimitedRows;
import org.dapple.dali.table.ResultHead;
import org.dapple.dali.table.RowStream;
import org.dapple.dali.votable.VOTableMetadata;

/** Hands the cells of tuples to Parquet, and what is known at their end to its footer. */
final class RowWriteSupport extends WriteSupport<RowStream> {

    private final ResultHead head;
    private final List<Field> fields;
    private final LimitedRows limited;
    private final ParquetCell[] cells;
    private RecordConsumer record;

    RowWriteSupport(ResultHead head, List<Field> fields, LimitedRows limited) {
        this.head = head;
        this.fields = fields;
        this.limited = limited;
        this.cells = fields.stream().map(ParquetCell::of).toArray(ParquetCell[]::new);
    }

    @Override
    @SuppressWarnings("deprecation") // Abstract, though replaced by the one below.
    public WriteContext init(Configuration configuration) {
        return context();
    }

    @Override
    public WriteContext init(ParquetConfiguration configuration) {
        return context();
    }

    @Override
    public void prepareForWrite(RecordConsumer recordConsumer) {
        record = recordConsumer;
    }

    @Override
    public void write(RowStream rows) {
        record.startMessage();
        for (int column = 0; column < cells.length; column++) {
            if (rows.length(column) >= 0) {
                String name = fields.get(column).name();
                record.startField(name, column);
                cells[column].write(rows.bytes(), rows.offset(column), rows.length(column), record);
                record.endField(name, column);
            }
        }
        record.endMessage();
    }

    /** The keys of VOParquet 1.0. */
    @Override
    public FinalizedWriteContext finalizeWrite() {
        return new FinalizedWriteContext(Map.of(
                "IVOA.VOTable-Parquet.version",
                "1.0",
                "IVOA.VOTable-Parquet.content",
                VOTableMetadata.of(head, fields, limited.summary())));
    }

    private WriteContext context() {
        List<Type> columns = fields.stream().map(ParquetSchema::column).toList();
        return new WriteContext(new MessageType("result", columns), Map.of());
    }
}
