package org.dapple.helm;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import java.util.List;
import java.util.Map;

/** What the chart uses of CloudNativePG's Cluster (its API reference, postgresql.cnpg.io/v1), and nothing else. */
@JsonDeserialize(using = JsonDeserializer.None.class)
final class PostgresCluster implements HasMetadata {

    private static final long serialVersionUID = 1;

    @JsonProperty
    private String apiVersion;

    @JsonProperty
    private String kind;

    @JsonProperty
    private ObjectMeta metadata;

    @JsonProperty
    private Spec spec;

    record Spec(
            int instances,
            String imageName,
            Bootstrap bootstrap,
            Storage storage,
            Server postgresql,
            ResourceRequirements resources,
            Map<String, Object> backup) {}

    record Bootstrap(InitDb initdb) {}

    record InitDb(
            String database,
            String owner,
            String encoding,
            String localeCollate,
            String localeCType,
            List<String> postInitApplicationSQL) {}

    record Storage(String size, String storageClass) {}

    record Server(Map<String, String> parameters) {}

    Spec spec() {
        return spec;
    }

    @Override
    public ObjectMeta getMetadata() {
        return metadata;
    }

    @Override
    public void setMetadata(ObjectMeta metadata) {
        this.metadata = metadata;
    }

    @Override
    public String getKind() {
        return kind;
    }

    @Override
    public String getApiVersion() {
        return apiVersion;
    }

    @Override
    public void setApiVersion(String apiVersion) {
        this.apiVersion = apiVersion;
    }
}
