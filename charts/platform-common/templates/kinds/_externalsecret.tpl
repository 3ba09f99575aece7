{{/*
The ExternalSecret that lets the External Secrets Operator fetch the service's Secret; none
where `existingSecret` goes before. A second one is a hook itself, for the hooks that run while
the first is not there: their pods start when the operator has made its Secret.
Usage: {{ include "platform-common.v1.kinds.externalsecret" $context }}
*/}}
{{- define "platform-common.v1.kinds.externalsecret" -}}
{{- include "platform-common.v1.fields.readHooks" . -}}
{{- include "platform-common.v1.fields.readSecret" . -}}
{{- if eq .secret.by "externalSecret" }}
{{- $external := .values.externalSecret -}}
{{- if not $external.store.name -}}
  {{- fail (printf "%s: values: externalSecret.store.name is empty; write the name of the %s that knows the secrets" .root.Chart.Name $external.store.kind) -}}
{{- else if not (or $external.data $external.extract) -}}
  {{- fail (printf "%s: values: externalSecret fetches nothing; write externalSecret.data, such as DB_PASSWORD: { key: shop/%s, property: password }, or externalSecret.extract" .root.Chart.Name .name) -}}
{{- end -}}
{{- range $variable, $remote := $external.data -}}
  {{- if not $remote.key -}}
    {{- fail (printf "%s: values: externalSecret.data.%s.key is empty; write under which key the store has it" $.root.Chart.Name $variable) -}}
  {{- end -}}
{{- end -}}
{{- range $index, $copy := .hooks.copies }}
{{- $name := print $.name $copy.suffix -}}
{{- if $index }}
---
{{- end }}
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata:
  {{- include "platform-common.v1.fields.metadata" (dict "context" $ "name" $name "annotations" $copy.annotations) | nindent 2 }}
spec:
  refreshInterval: {{ quote $external.refreshInterval }}
  secretStoreRef:
    name: {{ quote $external.store.name }}
    kind: {{ $external.store.kind }}
  target:
    name: {{ quote $name }}
    creationPolicy: Owner
  {{- with $external.data }}
  data:
    {{- range $variable, $remote := . }}
    - secretKey: {{ quote $variable }}
      remoteRef:
        {{- range $field := list "key" "property" "version" }}
        {{- with get $remote $field }}
        {{ $field }}: {{ quote . }}
        {{- end }}
        {{- end }}
    {{- end }}
  {{- end }}
  {{- with $external.extract }}
  dataFrom:
    {{- range . }}
    - extract:
        key: {{ quote . }}
    {{- end }}
  {{- end }}
{{- end }}
{{- end }}
{{- end -}}
