package org.dapple.dali.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.LocalInputFile;
import org.dapple.dali.fault.ServiceFault;
import org.dapple.dali.kit.Golden;
import org.dapple.dali.kit.IvoaSchemas;
import org.dapple.dali.table.AwkwardRows;
import org.dapple.dali.table.Info;
import org.dapple.dali.table.ResultHead;
import org.dapple.dali.table.ResultSummary;
import org.dapple.dali.table.TupleRows;
import org.dapple.dali.table.WireType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetTableWriterTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @Test
    void awkwardValuesAreRead() throws Exception {
        write(100, AwkwardRows.all());
        StringBuilder read = new StringBuilder();
        try (ParquetFileReader file = ParquetFileReader.open(file())) {
            read.append(file.getFileMetaData().getSchema()).append('\n');
        }
        try (ParquetReader<Group> reader = reader()) {
            for (Group row = reader.read(); row != null; row = reader.read()) {
                read.append(row).append('\n');
            }
        }
        Golden.matches("parquet/awkward.txt", read.toString());
    }

    @Test
    void rowsOfManyRowGroupsAreRead() throws Exception {
        TupleRows rows = new TupleRows(TupleRows.field("n", WireType.LONG), TupleRows.field("s", WireType.TEXT));
        List<String> incompressible = incompressible();
        for (int i = 0; i < incompressible.size(); i++) {
            rows.row(i * 7_919L, incompressible.get(i));
        }
        write(100_000, rows);
        try (ParquetFileReader file = ParquetFileReader.open(file())) {
            assertThat(file.getRowGroups()).hasSizeGreaterThan(1);
        }
        try (ParquetReader<Group> reader = reader()) {
            for (int i = 0; i < incompressible.size(); i++) {
                Group row = reader.read();
                assertThat(row.getLong("n", 0)).isEqualTo(i * 7_919L);
                assertThat(row.getString("s", 0)).isEqualTo(incompressible.get(i));
            }
            assertThat(reader.read()).isNull();
        }
    }

    /** 20 MB of text. */
    private static List<String> incompressible() {
        Random random = new Random(20_261_122);
        byte[] bytes = new byte[1500];
        return Stream.generate(() -> {
                    random.nextBytes(bytes);
                    return Base64.getEncoder().encodeToString(bytes);
                })
                .limit(10_000)
                .toList();
    }

    @Test
    void theFooterCarriesAVOTable() throws Exception {
        ResultSummary summary = write(
                1, new TupleRows(TupleRows.field("n", WireType.INT)).row(1).row(2));
        assertThat(summary.overflow()).isTrue();
        try (ParquetFileReader file = ParquetFileReader.open(file())) {
            var metadata = file.getFileMetaData().getKeyValueMetaData();
            assertThat(metadata).containsEntry("IVOA.VOTable-Parquet.version", "1.0");
            String votable = metadata.get("IVOA.VOTable-Parquet.content");
            Golden.matches("parquet/votable.xml", votable);
            assertThat(IvoaSchemas.problems(votable, "http://www.ivoa.net/xml/VOTable/v1.3"))
                    .isEmpty();
            assertThat(file.getRecordCount()).isEqualTo(1);
        }
    }

    @Test
    void aLimitOfZeroGivesColumnsWithoutRows() throws Exception {
        write(0, new TupleRows(TupleRows.field("n", WireType.INT)).row(1));
        try (ParquetReader<Group> reader = reader()) {
            assertThat(reader.read()).isNull();
        }
    }

    @Test
    void aFaultAfterTheFirstRowIsThrownAndLeavesNoFileThatCanBeRead() {
        ServiceFault fault = ServiceFault.usage("division by zero in row 2");
        TupleRows rows =
                new TupleRows(TupleRows.field("n", WireType.INT)).row(1).thenFails(fault);
        assertThatThrownBy(() -> write(10, rows)).isSameAs(fault);
        assertThatThrownBy(() -> ParquetFileReader.open(file()).close()).hasMessageContaining("is not a Parquet file");
    }

    @Test
    void aFaultBeforeTheFirstRowIsThrownAndNothingIsWritten() {
        ServiceFault fault = ServiceFault.usage("division by zero");
        TupleRows rows = new TupleRows(TupleRows.field("n", WireType.INT)).thenFails(fault);
        assertThatThrownBy(() -> write(10, rows)).isSameAs(fault);
        assertThat(out.size()).isZero();
    }

    private ResultSummary write(long maxRows, TupleRows rows) throws IOException {
        ResultHead head = new ResultHead(List.of(Info.of("QUERY", "SELECT 1")), maxRows);
        return new ParquetTableWriter().write(head, rows, out);
    }

    private InputFile file() throws IOException {
        return new LocalInputFile(Files.write(folder.resolve("result.parquet"), out.toByteArray()));
    }

    private ParquetReader<Group> reader() throws IOException {
        return new ParquetReader.Builder<Group>(file(), new PlainParquetConfiguration()) {
            @Override
            protected ReadSupport<Group> getReadSupport() {
                return new GroupReadSupport();
            }
        }.build();
    }
}
