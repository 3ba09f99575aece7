{{/*
The Certificate of cert-manager for the Ingress or the Gateway, where an issuer is named. Without
one the Secret is made by hand.
Usage: {{ include "platform-common.v1.kinds.certificate" $context }}
*/}}
{{- define "platform-common.v1.kinds.certificate" -}}
{{- $certificate := .values.certificate -}}
{{- $used := or .values.gateway.enabled (and .values.ingress.tls (include "platform-common.v1.values.hasIngress" .)) -}}
{{- if and .hosts $certificate.issuer.name $used }}
apiVersion: cert-manager.io/v1
kind: Certificate
metadata:
  {{- include "platform-common.v1.fields.metadata" (dict "context" . "name" .name "annotations" dict) | nindent 2 }}
spec:
  secretName: {{ include "platform-common.v1.fields.certificateSecret" . | quote }}
  issuerRef:
    group: cert-manager.io
    kind: {{ $certificate.issuer.kind }}
    name: {{ quote $certificate.issuer.name }}
  dnsNames:
    {{- toYaml .hosts | nindent 4 }}
  {{- with $certificate.duration }}
  duration: {{ quote . }}
  {{- end }}
  {{- with $certificate.renewBefore }}
  renewBefore: {{ quote . }}
  {{- end }}
{{- end }}
{{- end -}}

{{/*
Name of the Secret with the certificate.
Usage: {{ include "platform-common.v1.fields.certificateSecret" $context }}
*/}}
{{- define "platform-common.v1.fields.certificateSecret" -}}
{{- .values.certificate.secretName | default (printf "%s-tls" .name) -}}
{{- end -}}
