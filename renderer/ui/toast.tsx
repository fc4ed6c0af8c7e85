import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { createPortal } from 'react-dom';
import { Button } from './button.tsx';
import { IconButton } from './icon-button.tsx';
import styles from './toast.module.css';

type Toast = {
  readonly text: string;
  /** Such as "Undo"; the toast goes when it is pressed. */
  readonly action?: { readonly label: string; readonly onPress: () => void };
};

type ShowToast = (toast: Toast) => void;

/** Long enough to read and reach; hovering or focusing the toast keeps it. */
const shownForMs = 7000;

const ToastContext = createContext<ShowToast | null>(null);
const RegionContext = createContext<HTMLElement | null>(null);

/** Shows a short message at the bottom of the window; a newer one takes the older one's place. */
export function useToast(): ShowToast {
  const show = useContext(ToastContext);
  if (show === null) throw new Error('useToast outside of ToastProvider');
  return show;
}

/** Puts something that stays for longer where toasts appear, below them. */
export function BesideToasts({ children }: { readonly children: ReactNode }) {
  const region = useContext(RegionContext);
  return region === null ? null : createPortal(children, region);
}

type ToastProviderProps = { readonly dismissLabel: string; readonly children: ReactNode };

/** Holds the one place in the window where toasts appear. */
export function ToastProvider({ dismissLabel, children }: ToastProviderProps) {
  const [shown, setShown] = useState<{ readonly turn: number; readonly toast: Toast } | null>(null);
  const [isHeld, setHeld] = useState(false);
  const [region, setRegion] = useState<HTMLElement | null>(null);
  const turn = useRef(0);
  const show = useCallback((toast: Toast) => {
    turn.current += 1;
    setShown({ turn: turn.current, toast });
  }, []);
  const hide = useCallback(() => {
    setShown(null);
    setHeld(false);
  }, []);

  useEffect(() => {
    if (shown === null || isHeld) return;
    const timer = setTimeout(hide, shownForMs);
    return () => clearTimeout(timer);
  }, [shown, isHeld, hide]);

  const hold = useMemo(
    () => ({
      onPointerEnter: () => setHeld(true),
      onPointerLeave: () => setHeld(false),
      onFocus: () => setHeld(true),
      onBlur: () => setHeld(false),
    }),
    [],
  );

  return (
    <ToastContext value={show}>
      <RegionContext value={region}>{children}</RegionContext>
      <div ref={setRegion} className={styles.region}>
        <div role="status">
          {shown && (
            <div key={shown.turn} className={styles.toast} {...hold}>
              <span className={styles.text}>{shown.toast.text}</span>
              {shown.toast.action && (
                <Button
                  size="sm"
                  variant="secondary"
                  onPress={() => {
                    shown.toast.action?.onPress();
                    hide();
                  }}
                >
                  {shown.toast.action.label}
                </Button>
              )}
              <IconButton icon="close" size="sm" label={dismissLabel} onPress={hide} />
            </div>
          )}
        </div>
      </div>
    </ToastContext>
  );
}
