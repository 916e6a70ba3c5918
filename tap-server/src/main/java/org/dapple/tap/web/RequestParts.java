package org.dapple.tap.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import org.dapple.dali.fault.ServiceFault;
import org.dapple.tap.upload.Parts;

/** The parts of a request while it is answered; the container deletes them after it. */
record RequestParts(HttpServletRequest request) implements Parts {

    @Override
    public Optional<InputStream> open(String name) throws IOException {
        if (!isMultipart()) {
            return Optional.empty();
        }
        try {
            Part part = request.getPart(name);
            return part == null ? Optional.empty() : Optional.of(part.getInputStream());
        } catch (ServletException malformed) {
            throw ServiceFault.usage("The multipart body cannot be read: its parts or its boundary are malformed.");
        }
    }

    private boolean isMultipart() {
        String type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data");
    }
}
