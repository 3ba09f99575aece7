{{/*
The pod that `helm test` runs: it asks the service's readiness path, or connects to its port,
through the Service as a caller does, until it answers or a minute is over. It stays until the
next test, so that `helm test --logs` can show what it said.
Usage: {{ include "platform-common.v1.kinds.testpod" $context }}
*/}}
{{- define "platform-common.v1.kinds.testpod" -}}
{{- if .values.test.enabled }}
apiVersion: v1
kind: Pod
metadata:
  name: {{ .name }}-test
  namespace: {{ quote .root.Release.Namespace }}
  labels:
    {{- include "platform-common.v1.fields.hookPodLabels" (dict "context" . "name" "test" "component" "test" "calls" false) | nindent 4 }}
  annotations:
    {{- toYaml (merge (dict "helm.sh/hook" "test" "helm.sh/hook-delete-policy" "before-hook-creation") .values.annotations) | nindent 4 }}
spec:
  {{- include "platform-common.v1.fields.podSpec" (dict
    "context" .
    "anonymous" true
    "restartPolicy" "Never"
    "containers" (include "platform-common.v1.fields.testContainer" .)
  ) | nindent 2 }}
{{- end }}
{{- end -}}
