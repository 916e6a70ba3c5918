{{- define "dapple.volumes.tap" -}}
{{- with .Values.tap.results }}
- name: results
  {{- if eq .kind "emptyDir" }}
  emptyDir: {sizeLimit: {{ .size }}}
  {{- else }}
  persistentVolumeClaim:
    claimName: {{ .existingClaim | default (printf "%s-results" (include "dapple.name" $)) }}
  {{- end }}
{{- end }}
{{- end }}

{{- define "dapple.mounts.tap" -}}
- {name: results, mountPath: /var/lib/dapple/results}
{{- end }}

{{- define "dapple.volumes.datalink" -}}
{{- with .Values.datalink }}
{{- if and .rucio.url (or .rucio.x509Secret .rucio.user) }}
- name: rucio
  secret:
    defaultMode: 0440
    {{- if .rucio.x509Secret }}
    secretName: {{ .rucio.x509Secret }}
    items:
      - {key: {{ .rucio.x509Key | quote }}, path: proxy.pem}
    {{- else }}
    secretName: {{ .rucio.passwordSecret }}
    items:
      - {key: {{ .rucio.passwordKey | quote }}, path: password}
    {{- end }}
{{- end }}
{{- if .oidc.tokenUrl }}
- name: oidc
  secret:
    defaultMode: 0440
    secretName: {{ .oidc.clientSecret }}
    items:
      - {key: {{ .oidc.clientSecretKey | quote }}, path: client-secret}
{{- end }}
{{- with .geoip.existingClaim }}
- name: geoip
  persistentVolumeClaim: {claimName: {{ . }}, readOnly: true}
{{- end }}
{{- end }}
{{- end }}

{{- define "dapple.mounts.datalink" -}}
{{- with .Values.datalink }}
{{- if and .rucio.url (or .rucio.x509Secret .rucio.user) }}
- {name: rucio, mountPath: /run/dapple/rucio, readOnly: true}
{{- end }}
{{- if .oidc.tokenUrl }}
- {name: oidc, mountPath: /run/dapple/oidc, readOnly: true}
{{- end }}
{{- if .geoip.existingClaim }}
- {name: geoip, mountPath: /run/dapple/geoip, readOnly: true}
{{- end }}
{{- end }}
{{- end }}
