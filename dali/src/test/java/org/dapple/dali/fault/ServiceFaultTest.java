package org.dapple.dali.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceFaultTest {

    @ParameterizedTest
    @CsvSource({
        "USAGE, 400",
        "FORBIDDEN, 403",
        "NOT_FOUND, 404",
        "TOO_LARGE, 413",
        "INTERNAL, 500",
        "OVERLOADED, 503",
        "TIMEOUT, 504"
    })
    void eachCategoryHasItsHttpStatus(FaultCategory category, int status) {
        assertThat(category.httpStatus()).isEqualTo(status);
    }

    @Test
    void aFaultIsShownAsItIs() {
        ServiceFault fault = ServiceFault.overloaded("full", Duration.ofSeconds(3));
        assertThat(ServiceFault.from(fault)).isSameAs(fault);
        assertThat(fault.retryAfter()).contains(Duration.ofSeconds(3));
    }

    @Test
    void anyOtherFailureShowsAReferenceAndKeepsItsCauseForTheLog() {
        Exception secret = new IllegalStateException("jdbc:postgresql://host?password=x");
        ServiceFault fault = ServiceFault.from(secret);
        assertThat(fault.category()).isEqualTo(FaultCategory.INTERNAL);
        assertThat(fault.getMessage()).matches("The service failed .* this reference: [0-9a-f]{8}");
        assertThat(fault).hasCause(secret);
    }
}
