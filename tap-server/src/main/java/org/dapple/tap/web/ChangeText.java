package org.dapple.tap.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dapple.dali.uws.UwsTime;
import org.dapple.tap.change.db.Change;
import org.dapple.tap.change.db.ChangePage;

/** Changes as lines of JSON and as server-sent events (HTML Living Standard §9.2). */
final class ChangeText {

    private static final ObjectWriter JSON = JsonMapper.builder().build().writer();

    private ChangeText() {}

    /** A line for each change, and a last one with nothing but the cursor to go on from. */
    static String lines(ChangePage page) {
        StringBuilder text = new StringBuilder();
        page.changes().forEach(change -> text.append(json(change)).append('\n'));
        return text.append(json(Map.of("cursor", page.next().toString())))
                .append('\n')
                .toString();
    }

    /** An event for each change; an id without data, which clients keep and do not show, tells how far the feed is. */
    static String events(ChangePage page) {
        StringBuilder text = new StringBuilder();
        page.changes()
                .forEach(change -> text.append("id: ")
                        .append(change.cursor())
                        .append("\ndata: ")
                        .append(json(change))
                        .append("\n\n"));
        return text.append("id: ").append(page.next()).append("\n\n").toString();
    }

    private static String json(Change change) {
        Map<String, String> members = new LinkedHashMap<>();
        members.put("cursor", change.cursor().toString());
        members.put("change", change.change());
        members.put("time", UwsTime.text(change.time()));
        members.put("obs_publisher_did", change.publisherDid());
        members.put("rucio_did_scope", change.didScope());
        members.put("rucio_did_name", change.didName());
        return json(members);
    }

    private static String json(Map<String, String> members) {
        try {
            return JSON.writeValueAsString(members);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
