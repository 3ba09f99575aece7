{{/*
The ConfigMap `<name>-ca-certificates` of `caCertificates`; none where the certificates are in
one that exists. A second one is a hook itself, for the hooks that run while the first is not
there. Its data is hashed into the pod template.
Usage: {{ include "platform-common.v1.kinds.cacertificates" $context }}
*/}}
{{- define "platform-common.v1.kinds.cacertificates" -}}
{{- include "platform-common.v1.fields.readHooks" . -}}
{{- with include "platform-common.v1.fields.caCertificatesData" . | trim }}
{{- $data := . -}}
{{- range $index, $copy := $.hooks.copies }}
{{- if $index }}
---
{{- end }}
apiVersion: v1
kind: ConfigMap
metadata:
  {{- include "platform-common.v1.fields.metadata" (dict "context" $ "name" (printf "%s%s-ca-certificates" $.name $copy.suffix) "annotations" $copy.annotations) | nindent 2 }}
data:
  {{- $data | nindent 2 }}
{{- end }}
{{- end }}
{{- end -}}
