{{/*
The ConfigMap of `config` and `configFiles`, which the container takes whole as its environment.
Its data is hashed into the pod template, so that a change restarts the pods.
Usage: {{ include "platform-common.v1.kinds.configmap" $context }}
*/}}
{{- define "platform-common.v1.kinds.configmap" -}}
{{- with include "platform-common.v1.fields.configData" . | trim }}
apiVersion: v1
kind: ConfigMap
metadata:
  {{- include "platform-common.v1.fields.metadata" (dict "context" $ "name" $.name "annotations" dict) | nindent 2 }}
data:
  {{- . | nindent 2 }}
{{- end }}
{{- end -}}
