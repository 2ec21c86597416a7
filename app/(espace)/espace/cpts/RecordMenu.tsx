import { currentViewer } from "@/app/viewer";
import { RecordNav, type InRecord } from "@/components/espace/RecordNav";
import { recordMenu } from "@/lib/queries/espace";

interface RecordMenuProps {
  readonly slug: string;
  readonly current: InRecord;
  /** False on a page below the one that `current` names. */
  readonly isPage?: boolean;
}

/** The menu of one record, as the reader's rights open it; the same on each of its pages. */
export async function RecordMenu({ slug, current, isPage = true }: RecordMenuProps) {
  const menu = await recordMenu(await currentViewer(), slug);
  return menu && <RecordNav menu={menu} current={current} isPage={isPage} />;
}
