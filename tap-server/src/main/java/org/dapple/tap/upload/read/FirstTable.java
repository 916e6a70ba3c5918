package org.dapple.tap.upload.read;

import java.io.IOException;
import org.xml.sax.SAXException;
import uk.ac.starlink.table.StarTable;
import uk.ac.starlink.votable.TableContentHandler;
import uk.ac.starlink.votable.TableHandler;

/** Takes the first table of a document; what follows is still looked at, so that a document cut off is noticed. */
final class FirstTable implements TableHandler {

    private final TableContentHandler tables;
    private final TargetSink sink;

    FirstTable(TableContentHandler tables, TargetSink sink) {
        this.tables = tables;
        this.sink = sink;
    }

    @Override
    public void startTable(StarTable metadata) {
        sink.acceptMetadata(metadata);
    }

    @Override
    public void rowData(Object[] row) throws SAXException {
        try {
            sink.acceptRow(row);
        } catch (IOException e) {
            throw new SAXException(e);
        }
    }

    @Override
    public void endTable() {
        tables.setTableHandler(null);
        sink.endRows();
    }
}
